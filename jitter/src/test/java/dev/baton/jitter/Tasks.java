package dev.baton.jitter;

/// Begins twenty tasks, if there are any.
final class Tasks {
    private Tasks() {}

    public static void main(String... ignored) throws ReflectiveOperationException {
        Class<?> task = Class.forName(Place.TASK.type());
        for (int i = 0; i < 20; i++) {
            ((Runnable) task.getDeclaredConstructor().newInstance()).run();
        }
    }
}
