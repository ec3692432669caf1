"""Layout: a plan of boxes and links goes in, their places on a page come out."""
