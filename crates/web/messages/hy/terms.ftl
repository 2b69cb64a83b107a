### Սևագիր։

frame-states = Պետություններ
frame-sources = Աղբյուրներ
frame-languages = Լեզուներ
frame-draft = սևագիր, չստուգված

frame-treaties = Պայմանագրեր
frame-today = Այսօր
parts-state = պետություն
parts-article = հոդված
