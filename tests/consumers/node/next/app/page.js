export default function Page () {
  return <p>green tea</p>
}
