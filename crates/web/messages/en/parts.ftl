### Words used on many pages.
