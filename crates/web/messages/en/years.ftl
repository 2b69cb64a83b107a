### Duties of each year.

years-found = found for { $years }
years-not-found = no act found in this record for { $years }
years-due = due by { $day }
years-stretch = { $first } to { $last }
