"""What reportlab prints: books, forms, charts, labels. Never Qt, never the archive."""
