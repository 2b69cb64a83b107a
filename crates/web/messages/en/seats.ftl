### Chairs and offices.

seats-chair-of = Chair of the { $organ }
seats-on-since = { $holder } on { $day }, since { $since }
seats-on-through = { $holder } on { $day }, since { $since }, through { $until }
seats-nobody-on = Nobody is found in this record on { $day }.
seats-left-open = Left open on { $day }: { $because }.
seats-no-handover = No handover of this chair is in the record up to that day. A chair of another organ may be: see the list of organs.
seats-every-handover = Every handover, the latest first
seats-chair = chair
seats-expected = what each reading expected
seats-stands = how it stands to the reading followed
seats-about-organ = About the organ
seats-why-on = why: { $claim } on { $day }
seats-no-reading = no reading reaches this day
seats-nobody-to-name = nobody it can name
seats-from = { $party } from { $day }
seats-next = Expected next: { $who }
seats-then = { "," } then { $who }
seats-under = Under { $article }.
seats-appointed-by = It is the { $organ } that appoints.
seats-recommended-by = It is the { $organ } that recommends.
seats-no-appointment = No appointment is in the record up to that day.
seats-everybody = Everybody who held it, the latest first
seats-remarks = remarks
seats-vacant = vacant
