package dev.blackstart.door.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/// The signals of this process, by way of `sun.misc.Signal`: a shutdown hook cannot tell the first
/// Ctrl-C from the second. By reflection, because the compiler warns about that class in a way that
/// cannot be turned off. Where the JDK does not let us, a signal ends the process as usual.
final class ProcessSignals implements Signals {
    @Override
    public void handle(Consumer<Signal> handler) {
        for (Signal signal : Signal.values()) {
            install(signal, handler);
        }
    }

    private static void install(Signal signal, Consumer<Signal> handler) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call =
                    (proxy, method, arguments) -> answer(method.getName(), signal, handler);
            Object proxy =
                    Proxy.newProxyInstance(
                            handlerType.getClassLoader(), new Class<?>[] {handlerType}, call);
            Object named = type.getConstructor(String.class).newInstance(signal.name());
            type.getMethod("handle", type, handlerType).invoke(null, named, proxy);
        } catch (ReflectiveOperationException e) {
            // no such signal here, or the JVM keeps it (-Xrs): it ends the process as usual
            return;
        }
    }

    private static Object answer(String method, Signal signal, Consumer<Signal> handler) {
        if (method.equals("handle")) {
            handler.accept(signal);
        }
        return switch (method) {
            case "equals" -> false;
            case "hashCode" -> signal.number();
            default -> "";
        };
    }
}
