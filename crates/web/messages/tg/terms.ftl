### Лоиҳа.

frame-states = Давлатҳо
frame-sources = Манбаъҳо
frame-languages = Забонҳо
frame-draft = лоиҳа, санҷида нашудааст

frame-treaties = Шартномаҳо
frame-today = Имрӯз
parts-state = давлат
parts-article = модда
