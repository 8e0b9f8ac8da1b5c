"""The headers that a host should send with a site, and files that tell each kind of host to send them."""
