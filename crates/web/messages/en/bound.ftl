### Who was bound, on which day.

bound-title = Who was bound?
bound-lede = Choose a state, an instrument and a day; without a state, everybody who takes part is listed.
bound-everybody = everybody
bound-on-day = on the day
bound-all = Who takes part in { $instrument } on { $day }.
bound-nobody = Nobody takes part on that day, as far as this record goes.
bound-who = Who takes part
bound-one = { $state } – { $status } – { $instrument }, on { $day }.
bound-since = Since { $day }.
bound-because = Because: { $cause }.
bound-cite = To cite
bound-another = Ask again
bound-instrument-whole = The instrument with its articles
