[main]
level = [=params.level] # ${HOME} stays
