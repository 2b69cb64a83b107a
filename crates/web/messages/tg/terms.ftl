### Лоиҳа.

frame-states = Давлатҳо
frame-sources = Манбаъҳо
frame-languages = Забонҳо
frame-draft = лоиҳа, санҷида нашудааст
