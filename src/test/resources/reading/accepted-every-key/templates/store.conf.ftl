# store of [=host.name]
listen [=host.address]
