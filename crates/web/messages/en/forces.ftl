### Forces and exercises.

forces-title = Forces and exercises
forces-lede = What this record holds on { $day }, each with its source. Choose another day above.
forces-on-this-page = On this page
forces-who = Who takes part, and what is pledged
forces-no-instrument = No treaty or agreement of this record sends forces.
forces-pledged = pledged
forces-with-articles = the same with days, articles and acts
forces-exercises = Exercises
forces-no-exercise = No exercise is found in this record by that day.
forces-where = where
forces-figures = Figures
forces-figures-lede = Numbers that sources give, as they print them; none of them is reckoned here.
forces-no-figure = No figure is found in this record by that day.
forces-csv = As CSV:
forces-tables = the tables of the sources, cell by cell
