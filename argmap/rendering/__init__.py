"""What a reader gets: pictures, pages, data, messages."""
