package dev.blackstart.door.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which methods a path takes, as RFC 9110 wants them told to who used another. Read from the
/// resources themselves, for the framework does not say it.
@ApplicationScoped
public class TakenMethods {
    private record Way(Pattern path, String method) {}

    private final List<Way> ways = new ArrayList<>();

    TakenMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(this::read);
    }

    private void read(Class<?> resource) {
        for (Method method : resource.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    ways.add(new Way(pattern(path(resource) + path(method)), verb.value()));
                }
            }
        }
    }

    /// With a slash at its beginning and none at its end.
    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        String stripped = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return stripped.isEmpty() ? "" : "/" + stripped;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Arrays.stream(path.split("/", -1))
                                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                                .collect(Collectors.joining("/"))
                        + "/?");
    }

    /// Such as `GET, HEAD, OPTIONS`.
    String of(String path) {
        TreeSet<String> methods = new TreeSet<>();
        for (Way way : ways) {
            if (way.path().matcher(path).matches()) {
                methods.add(way.method());
            }
        }
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
