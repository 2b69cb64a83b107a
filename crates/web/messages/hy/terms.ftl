### Սևագիր։

frame-states = Պետություններ
frame-sources = Աղբյուրներ
frame-languages = Լեզուներ
frame-draft = սևագիր, չստուգված
