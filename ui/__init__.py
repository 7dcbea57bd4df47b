"""The counter: screen, paper and terminal."""
