"""The typing pool: the Word templates, and the only code that opens them."""
