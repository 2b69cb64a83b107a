### Жоба.

frame-states = Мемлекеттер
frame-sources = Дереккөздер
frame-languages = Тілдер
frame-draft = жоба, тексерілмеген
