### Жоба.

frame-states = Мемлекеттер
frame-sources = Дереккөздер
frame-languages = Тілдер
frame-draft = жоба, тексерілмеген

frame-treaties = Шарттар
frame-organs = Органдар
frame-today = Бүгін
parts-state = мемлекет
parts-article = бап
parts-date = күні
