package dev.blackstart.door.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;

/// Makes verbs: gives a class whose constructor takes them the surroundings and the ports. Quarkus
/// makes the same classes beans through the same constructors.
final class VerbFactory implements CommandLine.IFactory {
    private final Surroundings surroundings;
    private final Ports ports;

    VerbFactory(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (takesSurroundings(constructor)) {
                return make(type, constructor);
            }
        }
        return CommandLine.defaultFactory().create(type);
    }

    private static boolean takesSurroundings(Constructor<?> constructor) {
        Class<?>[] wanted = constructor.getParameterTypes();
        return wanted.length == 2 && wanted[0] == Surroundings.class && wanted[1] == Ports.class;
    }

    private <K> K make(Class<K> type, Constructor<?> constructor)
            throws ReflectiveOperationException {
        try {
            return type.cast(constructor.newInstance(surroundings, ports));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make " + type.getSimpleName(), e);
        }
    }
}
