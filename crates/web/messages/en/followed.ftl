### What of a page can be followed by programs.

followed-feed = Follow as a feed
followed-calendar = Follow as a calendar
