"""The office: what a letter is and what may happen to it. Imports the standard library and itself."""
