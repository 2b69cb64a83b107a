### Кто был связан, в какой день.

bound-title = Кто был связан?
bound-lede = Выберите государство, документ и день; без государства перечисляются все участвующие.
bound-everybody = все
bound-on-day = в день
bound-all = Кто участвует: { $instrument }, { $day }
bound-nobody = На этот день никто не участвует, насколько известно этой записи.
bound-who = Кто участвует
bound-one = { $state } – { $status } – { $instrument }, { $day }
bound-since = С { $day }
bound-because = Причина: { $cause }.
bound-cite = Для ссылки
bound-another = Спросить ещё
bound-instrument-whole = Документ и его статьи
