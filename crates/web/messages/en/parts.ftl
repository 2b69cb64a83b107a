### Words used on many pages.

parts-as-json = the same as JSON
