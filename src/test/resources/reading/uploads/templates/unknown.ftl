[main]
level = [=params.levle]
