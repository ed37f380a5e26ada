package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.testkit.Trials;

class MangledNameTest {

  private static final String[] NAMES = {
    "_ZN4sha26sha25611compress25617hac02ae254a166d55E",
    "_ZN75_$LT$zarf_guest..heap..Heap$u20$as$u20$core..alloc..global..GlobalAlloc$GT$7realloc17h84bab64925916ca1E",
    "_RNvMs1_NtNtCsiSXtJ2a5R5S_4core3fmt8buildersNtB5_11DebugStruct5field",
    "_RINvNtCsiSXtJ2a5R5S_4core9panicking13assert_failedINtNtB4_6option6OptionjEBM_EB4_",
    "_RNCINkXs25_NgCsbmNqQUJIY6D_4core5sliceINyB9_4IterhENuNgNoBb_4iter8iterator8Iterator9rpositionNCNgNpB9_6memchr7memrchrs_0E0Cs5QMN7YRSTc3_4test",
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main|main",
        "_start|_start",
        "_Zero|_Zero",
        "_ZN4core3fmt5write17h0123456789abcdefE|core::fmt::write",
        "_ZN5alloc7raw_vec20RawVecInner$LT$A$GT$11finish_grow17h10452ed81a11fdb1E|alloc::raw_vec::RawVecInner<A>::finish_grow",
        "_ZN67_$LT$zarf_guest..print..DebugStream$u20$as$u20$core..fmt..Write$GT$9write_str17hd7e95fb275d9a2dfE|<zarf_guest::print::DebugStream as core::fmt::Write>::write_str",
        "_ZN6a_char28_$u7b$$u7b$closure$u7d$$u7d$17h40e9db40c6932c20E|a_char::{{closure}}",
        "_RNvC7mycrate7example|mycrate::example",
        "_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc|__rustc::__rust_alloc",
        "_RNvMs1_NtNtCsiSXtJ2a5R5S_4core3fmt8buildersNtB5_11DebugStruct5field|<core::fmt::builders::DebugStruct>::field",
        "_RINvNtCsiSXtJ2a5R5S_4core9panicking13assert_failedINtNtB4_6option6OptionjEBM_EB4_|core::panicking::assert_failed::<core::option::Option<usize>, core::option::Option<usize>>",
        "_RNvMs3_NtCs7W6oIcKPlNw_5alloc7raw_vecINtB5_6RawVechE8grow_oneB7_|<alloc::raw_vec::RawVec<u8>>::grow_one",
        "_RNCNvC7mycrate7examples_0|mycrate::example::{closure#1}",
        "_RINvC1c1fATjhEj2_SaReQbPcOdTxEFUKCmEuFyEzDNtB2_1TEL_E|c::f::<[(usize, u8); 2], [i8], &str, &mut bool, *const char, *mut f64, (i64,), unsafe extern \"C\" fn(u32), fn(u64) -> !, dyn c::T>",
        "_RINvC1c1fKj2a_Kb1_Kinf_KpE|c::f::<42, true, -15, _>",
        "_ZN5shape4areaEv|shape::area",
        "_ZNK5shape4areaEv|shape::area",
        "_ZN2ns5shapeC1Ei|ns::shape::shape",
        "_ZN5shapeD0Ev|shape::~shape",
        "_ZN5shape3getIiEET_v|_ZN5shape3getIiEET_v",
        "_Z4areaPK5shape|area",
        "_Z3maxIiET_S0_S0_|_Z3maxIiET_S0_S0_",
        "_RNvC7mycrate7exampl|_RNvC7mycrate7exampl",
        "_R|_R",
        "_ZN|_ZN",
        "_ZN99x17h0123456789abcdefE|_ZN99x17h0123456789abcdefE",
      })
  void namesAreReadable(String symbol, String name) {
    assertThat(MangledName.readable(symbol)).isEqualTo(name);
  }

  /** Names that need more memory the longer one reads, or never end. */
  @ParameterizedTest
  @ValueSource(
      strings = {"_RNvB_1a", "_RINvC1aTTTTTTTTTTTTTTTTTB3_B3_B3_B3_EB4_B4_B4_E", "_RNvMB_uB_1a"})
  void namesThatReferToThemselvesStayAsTheyAre(String symbol) {
    assertThat(MangledName.readable(symbol)).isEqualTo(symbol);
  }

  @Test
  void deepNamesStayAsTheyAre() {
    String symbol = "_RINvC1a1f" + "S".repeat(10_000) + "hE";
    assertThat(MangledName.readable(symbol)).isEqualTo(symbol);
  }

  @Trials(2000)
  void damagedNamesAreNoFailure(SplittableRandom random) {
    var symbol = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int at = random.nextInt(2, symbol.length());
      switch (random.nextInt(3)) {
        case 0 -> symbol.setCharAt(at, (char) random.nextInt('$', 'z' + 1));
        case 1 -> symbol.deleteCharAt(at);
        default -> symbol.insert(at, symbol.substring(2, at));
      }
    }
    assertThat(MangledName.readable(symbol.toString())).isNotEmpty();
  }
}
