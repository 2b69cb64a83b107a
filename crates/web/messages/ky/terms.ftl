### Долбоор.

frame-states = Мамлекеттер
frame-sources = Булактар
frame-languages = Тилдер
frame-draft = долбоор, текшериле элек

frame-treaties = Келишимдер
frame-organs = Органдар
frame-today = Бүгүн
parts-state = мамлекет
parts-date = күнү
