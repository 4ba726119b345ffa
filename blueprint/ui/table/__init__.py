"""The step table: the whole document as rows to read, fill in, sort and paste."""
