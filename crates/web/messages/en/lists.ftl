### What there is to say beside a list of participants or members.

lists-too-many-open = too many dates are open: { $acts }
lists-too-many-dates = too many dates are open; depends on the date of { $acts }
lists-seats-told = seats: { $text }
lists-not-set-up = no article that sets up { $body } counts on { $day }
lists-no-members = this record has no members of { $body } on { $day }
lists-no-members-yet = { $body } has no members on { $day }: membership follows from { $instrument }, which is not in force on that day; the parties to an earlier treaty are on its own page
