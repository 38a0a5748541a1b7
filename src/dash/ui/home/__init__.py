"""The home page: the story's questions answered in pictures, its days, differences and doors."""
