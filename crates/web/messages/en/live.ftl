### What a page says once it shows something new by itself.

live-grown = An act was received, and this page shows it.
live-turned = A new day has begun, and this page is about it.
