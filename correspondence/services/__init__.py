"""The clerk's verbs, one file per family. Every verb takes `office` first and returns `Changes`."""
