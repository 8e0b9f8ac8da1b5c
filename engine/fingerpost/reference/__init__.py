"""What is published about the format and the findings, made from the definitions that the reader follows."""
