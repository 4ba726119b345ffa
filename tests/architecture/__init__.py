"""What holds for the project as a whole: who imports whom, sizes, wordings, words."""
