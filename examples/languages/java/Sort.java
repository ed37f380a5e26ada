import org.zarf.guest.GuestContext;

/** Sorts numbers; publishes the median and a checksum of the sorted sequence. */
public final class Sort {

  public record Numbers(int[] values) {}

  public record Answer(int median, long checksum) {}

  private Sort() {}

  private static void insertionSort(int[] a, int low, int high) {
    for (int i = low + 1; i <= high; i++) {
      int value = a[i];
      int j = i - 1;
      while (j >= low && a[j] > value) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = value;
    }
  }

  private static void quicksort(int[] a, int low, int high) {
    while (high - low >= 16) {
      int pivot = a[(low + high) / 2];
      int i = low;
      int j = high;
      while (i <= j) {
        while (a[i] < pivot) {
          i++;
        }
        while (a[j] > pivot) {
          j--;
        }
        if (i <= j) {
          int swapped = a[i];
          a[i++] = a[j];
          a[j--] = swapped;
        }
      }
      quicksort(a, low, j);
      low = i;
    }
    insertionSort(a, low, high);
  }

  public static void main(GuestContext guest) {
    int[] numbers = guest.input(Numbers.class).values();
    quicksort(numbers, 0, numbers.length - 1);
    long checksum = 0;
    for (int number : numbers) {
      checksum = 31 * checksum + number;
    }
    guest.publish(new Answer(numbers[numbers.length / 2], checksum));
  }
}
