### Чарнавік.

frame-states = Дзяржавы
frame-sources = Крыніцы
frame-languages = Мовы
frame-draft = чарнавік, не праверана

frame-treaties = Дагаворы
frame-organs = Органы
frame-today = Сёння
parts-state = дзяржава
parts-article = артыкул
parts-date = дата
