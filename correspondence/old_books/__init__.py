"""Old agenda books and lists as offices keep them: heading, columns and rows read into forms. Pure; no files here."""
