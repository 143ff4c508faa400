token = [=params.token]
