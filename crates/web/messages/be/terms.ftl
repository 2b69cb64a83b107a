### Чарнавік.

frame-states = Дзяржавы
frame-sources = Крыніцы
frame-languages = Мовы
frame-draft = чарнавік, не праверана
