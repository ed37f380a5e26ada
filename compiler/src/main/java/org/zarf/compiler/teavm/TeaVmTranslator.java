package org.zarf.compiler.teavm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.teavm.backend.c.CTarget;
import org.teavm.backend.c.generate.SimpleFileNameProvider;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.vm.BuildTarget;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;
import org.zarf.compiler.Resources;
import org.zarf.compiler.Translation;
import org.zarf.compiler.Translator;

/** Translates by TeaVM's back end for C. */
public final class TeaVmTranslator implements Translator {

  /** The heap starts small, and grows up to what the guest's address space has room for. */
  private static final int MIN_HEAP_BYTES = 4 << 20;

  private static final int MAX_HEAP_BYTES = 832 << 20;

  /** Is made by reflection, across the boundary of class loaders. */
  public TeaVmTranslator() {}

  @Override
  public Translation translate(String mainClass, Resources resources) throws IOException {
    var names = new JavaNames();
    var target = new CTarget(names);
    target.setMinHeapSize(MIN_HEAP_BYTES);
    target.setMaxHeapSize(MAX_HEAP_BYTES);
    target.setLineNumbersGenerated(true);
    target.setObfuscated(false);
    target.setFileNames(new SimpleFileNameProvider());
    ClassLoader loader = TeaVmTranslator.class.getClassLoader();
    var provider = new GuestResources(resources);
    var cache = new ReferenceCache();
    TeaVM vm =
        new TeaVMBuilder(target)
            .setReferenceCache(cache)
            .setClassLoader(loader)
            .setResourceProvider(provider)
            .setClassSource(
                new PreOptimizingClassHolderSource(
                    new ClasspathClassHolderSource(provider, cache, loader)))
            .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new)
            .setObfuscated(false)
            .setStrict(true)
            .build();
    vm.setProperties(new Properties());
    vm.setOptimizationLevel(TeaVMOptimizationLevel.FULL);
    vm.add(new ImplicitExceptions());
    vm.add(new Refusals());
    vm.installPlugins();
    vm.setEntryPoint(mainClass);
    vm.setEntryPointName("main");
    var files = new Files();
    vm.build(files, "");
    List<String> problems =
        new Problems(vm.getDependencyInfo().getCallGraph())
            .describe(vm.getProblemProvider().getSevereProblems());
    return new Translation(files.bytes(), names.methods(), problems);
  }

  private static final class Files implements BuildTarget {

    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    @Override
    public OutputStream createResource(String fileName) {
      var bytes = new ByteArrayOutputStream();
      files.put(fileName, bytes);
      return bytes;
    }

    Map<String, byte[]> bytes() {
      var bytes = new LinkedHashMap<String, byte[]>();
      files.forEach((name, file) -> bytes.put(name, file.toByteArray()));
      return bytes;
    }
  }
}
