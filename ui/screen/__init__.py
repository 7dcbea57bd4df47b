"""The window. Imports Qt; never the archive or the typing pool."""
