package org.zarf.riscv;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zarf.machine.isa.Registers;

/**
 * Writes the method of a {@link Region}: the registers that its blocks name are local variables,
 * jumps between its blocks are jumps. The virtual machine compiles such a method as it does any
 * other, as long as it is below a size.
 */
final class RegionCompiler {

  /**
   * The bytes of a region's method and of the methods that are inlined in it: HotSpot's limits are
   * 8,000 for each.
   */
  static final int MAX_COST = 7000;

  private static final ClassDesc REGION = Region.class.describeConstable().orElseThrow();
  private static final ClassDesc MACHINE = Interpreter.class.describeConstable().orElseThrow();
  private static final ClassDesc MEMORY = Memory.class.describeConstable().orElseThrow();
  private static final ClassDesc SIGNAL = StopSignal.class.describeConstable().orElseThrow();
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  private static final MethodTypeDesc RUN =
      MethodTypeDesc.of(
          ConstantDescs.CD_int,
          MACHINE,
          MEMORY,
          LONGS,
          LONGS,
          ConstantDescs.CD_int.arrayType(),
          ConstantDescs.CD_int);

  // The local variables of the method.
  private static final int THIS = 0;
  private static final int MACHINE_SLOT = 1;
  private static final int MEMORY_SLOT = 2;
  private static final int REGISTERS = 3;
  private static final int EXECUTIONS = 4;
  private static final int ENTRIES = 5;
  private static final int AT = 6;
  private static final int LEFT = 7;
  private static final int FIRST_REGISTER = 9;

  private final DecodedCode code;
  private final List<Block> blocks;
  private final int size;
  private final BitSet read = new BitSet();
  private final BitSet written = new BitSet();
  private final Map<Integer, Label> labels = new HashMap<>();

  private RegionCompiler(DecodedCode code, List<Block> blocks) {
    this.code = code;
    this.blocks = blocks;
    this.size = blocks.stream().mapToInt(Block::size).sum();
    for (Block block : blocks) {
      for (int i : block.indices()) {
        read.set(code.rs1[i]);
        read.set(code.rs2[i]);
        written.set(code.rd[i]);
      }
    }
    // Nobody reads these two.
    written.clear(DecodedCode.NOWHERE);
    written.clear(Registers.SINK);
    read.or(written);
    read.clear(0);
  }

  /** Compiles blocks with successive numbers. */
  static Region compile(DecodedCode code, List<Block> blocks) {
    byte[] file = new RegionCompiler(code, blocks).write();
    try {
      var lookup = MethodHandles.lookup().defineHiddenClass(file, true);
      return (Region) lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether compiled code can hold an instruction; the interpreter executes the others. */
  static boolean canCompile(DecodedCode code, int i) {
    int operation = code.operations[i];
    boolean isDirect =
        operation == Operation.JAL || (operation >= Operation.BEQ && operation <= Operation.BGEU);
    return operation < Operation.FIRST_ATOMIC
        && operation != Operation.ECALL
        && operation != Operation.EBREAK
        && operation != Operation.NO_CODE
        && (!isDirect || code.targets[i] >= 0);
  }

  /** Whether an instruction jumps. */
  static boolean endsBlock(DecodedCode code, int i) {
    int operation = code.operations[i];
    return operation == Operation.JAL
        || operation == Operation.JALR
        || (operation >= Operation.BEQ && operation <= Operation.BGEU);
  }

  /** About how many bytes of bytecode an instruction takes, with what is inlined. */
  static int cost(DecodedCode code, int i) {
    int operation = code.operations[i];
    if (operation >= Operation.LB && operation <= Operation.SD) {
      return operation <= Operation.LD ? 65 : 85;
    }
    return endsBlock(code, i) || operation > Operation.ENTER ? 30 : 10;
  }

  /** The cost of a block. */
  static int cost(DecodedCode code, int[] block) {
    int sum = 25;
    for (int i : block) {
      sum += cost(code, i);
    }
    return sum;
  }

  private byte[] write() {
    ClassDesc name = ClassDesc.of(Region.class.getPackageName(), "CompiledRegion");
    return ClassFile.of()
        .build(
            name,
            type -> {
              type.withFlags(ClassFile.ACC_FINAL).withSuperclass(REGION);
              type.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  ConstantDescs.MTD_void,
                  0,
                  body ->
                      body.aload(THIS)
                          .invokespecial(REGION, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                          .return_());
              type.withMethodBody("run", RUN, 0, this::writeRun);
            });
  }

  private void writeRun(CodeBuilder b) {
    Label dispatch = b.newLabel();
    Label leave = b.newLabel();
    blocks.forEach(block -> labels.put(block.start(), b.newLabel()));
    read.stream()
        .forEach(
            register -> b.aload(REGISTERS).loadConstant(register).laload().lstore(slot(register)));
    b.aload(THIS).getfield(REGION, "left", ConstantDescs.CD_long).lstore(LEFT);
    b.trying(
        body -> {
          body.labelBinding(dispatch);
          body.lload(LEFT).loadConstant((long) size).lcmp().iflt(leave);
          body.aload(ENTRIES).iload(AT).iaload();
          List<SwitchCase> cases = new ArrayList<>();
          blocks.forEach(
              block -> cases.add(SwitchCase.of(block.number(), labels.get(block.start()))));
          body.tableswitch(leave, cases);
          for (Block block : blocks) {
            new BlockWriter(body, block, dispatch, leave).write();
          }
          body.labelBinding(leave);
          body.nop();
        },
        handlers ->
            handlers.catching(
                SIGNAL,
                handler -> {
                  writeBack(handler);
                  handler.aload(THIS).iload(AT);
                  handler.putfield(REGION, "stopped", ConstantDescs.CD_int).athrow();
                }));
    writeBack(b);
    b.iload(AT).ireturn();
  }

  private void writeBack(CodeBuilder b) {
    written.stream()
        .forEach(
            register -> b.aload(REGISTERS).loadConstant(register).lload(slot(register)).lastore());
    b.aload(THIS).lload(LEFT).putfield(REGION, "left", ConstantDescs.CD_long);
  }

  private static int slot(int register) {
    return FIRST_REGISTER + 2 * register;
  }

  /** Writes one block. */
  private final class BlockWriter {
    private final CodeBuilder b;
    private final Block block;
    private final Label dispatch;
    private final Label leave;

    BlockWriter(CodeBuilder b, Block block, Label dispatch, Label leave) {
      this.b = b;
      this.block = block;
      this.dispatch = dispatch;
      this.leave = leave;
    }

    void write() {
      b.labelBinding(labels.get(block.start()));
      b.aload(EXECUTIONS).loadConstant(block.number()).dup2();
      b.laload().lconst_1().ladd().lastore();
      b.lload(LEFT).loadConstant((long) block.size()).lsub().lstore(LEFT);
      for (int i : block.indices()) {
        instruction(i);
      }
      if (!endsBlock(code, block.last())) {
        jump(code.next[block.last()]);
      }
    }

    /** Goes to an instruction; backwards only while no round through the region is too long. */
    private void jump(int target) {
      Label label = labels.get(target);
      if (label == null) {
        b.loadConstant(target).istore(AT).goto_(leave);
        return;
      }
      if (target <= block.start()) {
        b.loadConstant(target).istore(AT);
        b.lload(LEFT).loadConstant((long) size).lcmp().iflt(leave);
      }
      b.goto_(label);
    }

    private void instruction(int i) {
      int operation = code.operations[i];
      if (operation >= Operation.BEQ && operation <= Operation.BGEU) {
        branch(i, operation);
      } else if (operation >= Operation.LB && operation <= Operation.LD) {
        access(i);
        load(operation);
        b.lstore(target(i));
      } else if (operation >= Operation.SB && operation <= Operation.SD) {
        access(i);
        register(code.rs2[i]);
        b.invokevirtual(
            MEMORY,
            "store" + (1 << (operation - Operation.SB)),
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long, ConstantDescs.CD_long));
      } else if (operation == Operation.JAL) {
        link(i);
        jump(code.targets[i]);
      } else if (operation == Operation.JALR) {
        b.loadConstant(i).istore(AT).aload(MACHINE_SLOT);
        address(i);
        b.loadConstant(~1L).land();
        b.invokevirtual(
            MACHINE,
            "computedTarget",
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long));
        b.istore(AT);
        link(i);
        b.goto_(dispatch);
      } else {
        arithmetic(i, operation);
        b.lstore(target(i));
      }
    }

    /** Where a result goes: a register's variable, or one that nobody reads. */
    private int target(int i) {
      return slot(code.rd[i]);
    }

    private void link(int i) {
      if (written.get(code.rd[i])) {
        b.loadConstant((long) code.pcs[code.next[i]]).lstore(target(i));
      }
    }

    private void register(int register) {
      if (register == 0) {
        b.lconst_0();
      } else {
        b.lload(slot(register));
      }
    }

    private void address(int i) {
      register(code.rs1[i]);
      if (code.immediates[i] != 0) {
        b.loadConstant(code.immediates[i]).ladd();
      }
    }

    /** What may trap says before where it is. */
    private void access(int i) {
      b.loadConstant(i).istore(AT).aload(MEMORY_SLOT);
      address(i);
    }

    private void load(int operation) {
      switch (operation) {
        case Operation.LB -> load("load1", ConstantDescs.CD_byte).i2l();
        case Operation.LBU -> load("load1", ConstantDescs.CD_byte).loadConstant(0xff).iand().i2l();
        case Operation.LH -> load("load2", ConstantDescs.CD_short).i2l();
        case Operation.LHU ->
            load("load2", ConstantDescs.CD_short).loadConstant(0xffff).iand().i2l();
        case Operation.LW -> load("load4", ConstantDescs.CD_int).i2l();
        case Operation.LWU ->
            load("load4", ConstantDescs.CD_int).i2l().loadConstant(0xffff_ffffL).land();
        default -> load("load8", ConstantDescs.CD_long);
      }
    }

    private CodeBuilder load(String method, ClassDesc type) {
      return b.invokevirtual(MEMORY, method, MethodTypeDesc.of(type, ConstantDescs.CD_long));
    }

    private void branch(int i, int operation) {
      Label falls = b.newLabel();
      register(code.rs1[i]);
      register(code.rs2[i]);
      if (operation == Operation.BLTU || operation == Operation.BGEU) {
        compareUnsigned();
      } else {
        b.lcmp();
      }
      switch (operation) {
        case Operation.BEQ -> b.ifne(falls);
        case Operation.BNE -> b.ifeq(falls);
        case Operation.BLT, Operation.BLTU -> b.ifge(falls);
        default -> b.iflt(falls);
      }
      jump(code.targets[i]);
      b.labelBinding(falls);
      jump(code.next[i]);
    }

    private CodeBuilder compareUnsigned() {
      return b.invokestatic(
          ConstantDescs.CD_Long,
          "compareUnsigned",
          MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long, ConstantDescs.CD_long));
    }

    /** The second operand: one of register and immediate is zero. */
    private void second(int i) {
      if (code.rs2[i] == 0) {
        b.loadConstant(code.immediates[i]);
      } else {
        b.lload(slot(code.rs2[i]));
        if (code.immediates[i] != 0) {
          b.loadConstant(code.immediates[i]).ladd();
        }
      }
    }

    private void arithmetic(int i, int operation) {
      if (operation > Operation.ENTER) {
        b.loadConstant(operation);
        register(code.rs1[i]);
        second(i);
        b.invokestatic(
            Operation.class.describeConstable().orElseThrow(),
            "multiplyOrDivide",
            MethodTypeDesc.of(
                ConstantDescs.CD_long,
                ConstantDescs.CD_int,
                ConstantDescs.CD_long,
                ConstantDescs.CD_long));
        return;
      }
      register(code.rs1[i]);
      if (operation >= Operation.SLLW && operation <= Operation.SRAW) {
        b.l2i();
      }
      second(i);
      switch (operation) {
        case Operation.ADD -> b.ladd();
        case Operation.SUB -> b.lsub();
        case Operation.ADDW -> b.ladd().l2i().i2l();
        case Operation.SUBW -> b.lsub().l2i().i2l();
        case Operation.AND -> b.land();
        case Operation.OR -> b.lor();
        case Operation.XOR -> b.lxor();
        case Operation.SLL -> b.l2i().lshl();
        case Operation.SRL -> b.l2i().lushr();
        case Operation.SRA -> b.l2i().lshr();
        case Operation.SLLW -> b.l2i().ishl().i2l();
        case Operation.SRLW -> b.l2i().iushr().i2l();
        case Operation.SRAW -> b.l2i().ishr().i2l();
        case Operation.SLT -> isNegative(b.lcmp());
        case Operation.SLTU -> isNegative(compareUnsigned());
        case Operation.MUL -> b.lmul();
        default -> throw new IllegalArgumentException("operation " + operation);
      }
    }

    /** 1 if the int on the stack is negative, otherwise 0. */
    private static void isNegative(CodeBuilder b) {
      b.ifThenElse(Opcode.IFLT, CodeBuilder::lconst_1, CodeBuilder::lconst_0);
    }
  }
}
