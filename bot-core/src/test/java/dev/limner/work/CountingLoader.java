package dev.limner.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Loads the project's classes once more, so changed that they count their {@link Work}. */
final class CountingLoader extends ClassLoader {
    private static final String WORK = Type.getInternalName(Work.class);

    /** Calls of the library that have a counting one of the same name, with what they are called on as first argument. */
    private static final Set<String> COUNTED = Arrays.stream(Work.class.getDeclaredMethods())
            .map(m -> m.getName() + Type.getMethodDescriptor(m))
            .collect(Collectors.toSet());

    CountingLoader() {
        super(CountingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.limner.") || name.equals(Work.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? counting(name) : loaded;
        }
    }

    private Class<?> counting(String name) throws ClassNotFoundException {
        try (InputStream plain = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (plain == null) {
                throw new ClassNotFoundException(name);
            }
            ClassReader reader = new ClassReader(plain);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Counted(writer), 0);
            byte[] code = writer.toByteArray();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Counted extends ClassVisitor {
        Counted(ClassVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String generic, String @Nullable [] thrown) {
            return new Steps(super.visitMethod(access, name, type, generic, thrown));
        }
    }

    private static final class Steps extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Steps(MethodVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int operation, Label to) {
            if (passed.contains(to)) {
                step();
            }
            super.visitJumpInsn(operation, to);
        }

        @Override
        public void visitMethodInsn(int operation, String owner, String name, String type, boolean isInterface) {
            String counted = "(L" + owner + ";" + type.substring(1);
            if (operation == Opcodes.INVOKEVIRTUAL && COUNTED.contains(name + counted)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, WORK, name, counted, false);
                return;
            }
            super.visitMethodInsn(operation, owner, name, type, isInterface);
            if (owner.startsWith("java/") && type.endsWith(")Ljava/lang/String;")) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, WORK, "made", "(Ljava/lang/String;)Ljava/lang/String;", false);
            }
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, WORK, "step", "()V", false);
        }
    }
}
