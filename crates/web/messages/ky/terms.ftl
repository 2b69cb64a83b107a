### Долбоор.

frame-states = Мамлекеттер
frame-sources = Булактар
frame-languages = Тилдер
frame-draft = долбоор, текшериле элек
