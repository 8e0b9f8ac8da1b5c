"""Decision tables of DMN as trees."""
