me = [=file]
